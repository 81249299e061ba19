// Starts the editor with the configuration that was made from the site's own rules.

import { widget as fileName } from "./file-name.js";
import { format } from "./format.js";

const problem = document.querySelector("#problem");

function load(address) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(address)));
    document.head.append(script);
  });
}

// `options: "$units"` stands for the list of that name, which many fields share.
function withOptions(field, lists) {
  const below = {};
  if (typeof field.options === "string") below.options = lists[field.options.slice(1)];
  if (field.field) below.field = withOptions(field.field, lists);
  if (field.fields) below.fields = field.fields.map((one) => withOptions(one, lists));
  return { ...field, ...below };
}

function prepared(collection, lists) {
  const extension = collection.extension;
  const filled = (fields) => fields.map((field) => withOptions(field, lists));
  const whole = collection.files
    ? { ...collection, files: collection.files.map((file) => ({ ...file, fields: filled(file.fields) })) }
    : { ...collection, fields: filled(collection.fields) };
  const fields = whole.fields ?? whole.files[0].fields; // the files of one collection are of one kind
  window.CMS.registerCustomFormat(collection.format, extension, format(fields, extension === "md"));
  return whole;
}

// Led from one entry straight to another (by a bookmark, or the browser's own buttons), the editor
// would go on showing the first one below the other's address. It asks before changes are lost.
const isEntry = (address) => address.includes("/entries/");
window.addEventListener("hashchange", ({ oldURL, newURL }) => {
  if (isEntry(oldURL) && isEntry(newURL)) window.location.reload();
});

try {
  const answer = await fetch("config.json");
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  const { lists, ...config } = await answer.json();
  window.CMS_MANUAL_INIT = true;
  await load("decap-cms.js");
  window.CMS.registerWidget("file-name", fileName(window.createClass, window.h));
  config.collections = config.collections.map((collection) => prepared(collection, lists));
  window.CMS.init({ config: { ...config, load_config_file: false } });
  problem.remove();
} catch (error) {
  console.error(error);
  problem.textContent = `無法開啟編輯畫面，請通知管理網站的同仁。 / The editor cannot be opened: ${error.message}`;
}
