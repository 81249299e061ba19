// Each question, by the messages with which the theme's own script asks its worker.
async (questions) => {
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const { base, search } = JSON.parse(document.getElementById("__config").textContent);
  const root = new URL(`${base}/`, location);
  const { config, docs } = await (await fetch(new URL("search/search_index.json", root))).json();
  const worker = new Worker(new URL(search, location));
  const ask = (message, expected) =>
    new Promise((resolve, reject) => {
      worker.onerror = (error) => reject(new Error(error.message));
      worker.onmessage = ({ data }) => (data.type === expected ? resolve(data.data) : reject(new Error(data.type)));
      worker.postMessage(message);
    });
  await ask({ type: SETUP, data: { config, docs, options: { suggest: false } } }, READY);
  const answers = [];
  for (const words of questions) {
    const { items } = await ask({ type: QUERY, data: words }, RESULT);
    answers.push(items.map(([first]) => first.location.split("#")[0]));
  }
  worker.terminate();
  return answers;
}
