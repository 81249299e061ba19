// What comes out of a printer.
__audit.paper = {
  // Words inside something folded that are not drawn; a screen may fold, paper cannot be unfolded.
  folded: () => __audit.all('details').flatMap(details => {
    const lost = __audit.all('*', details).filter(one => !one.closest('summary')
      && !one.closest('[hidden], template, script, style')
      && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
      && !(one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length));
    const bare = [...details.childNodes].filter(node => node.nodeType === Node.TEXT_NODE
      && node.data.trim()).filter(node => {
      const range = document.createRange();
      range.selectNode(node);
      return range.getClientRects().length === 0;
    });
    return [...lost.map(__audit.name), ...bare.map(node => node.data.trim().slice(0, 40))];
  }),
  foldable: () => document.querySelector('details') !== null,

  // The words that are drawn before the main part.
  head() {
    const main = document.querySelector('main, [role=main]');
    return __audit.all('*', document.body).filter(one => __audit.visible(one)
      && main && main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING
      && !one.contains(main)
      && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      .map(__audit.words);
  },
};
