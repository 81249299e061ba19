// Makes room for the results before the rest of the page is drawn, so that nothing moves afterwards,
// and says so when they do not come. A plain script, which the browser runs where it stands: it is
// there also when the modules are not.
{
  const element = (id) => document.getElementById(id);
  const asked = (new URLSearchParams(location.search).get("q") ?? "").trim();
  const words = JSON.parse(element("search-results").dataset.words);
  const tell = (message, isBusy) => {
    element("search-status").textContent = message;
    element("search-found").hidden = !isBusy;
    element("search-found").setAttribute("aria-busy", isBusy);
  };
  element("search-words").value = asked;
  element("search-results").hidden = !asked;
  if (asked) {
    tell(words.wait, true);
    const failed = ({ target }) => {
      // A picture that is missing says nothing about the search.
      if (target === window || target.localName === "script") tell(words.failed, false);
    };
    addEventListener("error", failed, true);
  }
}
