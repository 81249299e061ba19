// Does the theme show how many results there are?
() => {
  const { translations } = JSON.parse(document.getElementById("__config").textContent);
  const said = document.querySelector(".md-search-result__meta")?.textContent.trim() ?? "";
  const answers = ["none", "one", "other"].map((name) => translations[`search.result.${name}`]);
  return answers.includes(said.replace(/\d[\d,.]*k?/, "#")) || answers.includes(said);
}
