// What a page is made of, as assistive technology is told it.
__audit.structure = {
  headings: () => __audit.all('h1, h2, h3, h4, h5, h6, [role=heading]')
    .filter(one => !one.closest('[hidden], template'))
    .map(one => [Number(one.getAttribute('aria-level') || one.localName[1]), __audit.words(one),
      __audit.name(one)]),

  tables: () => __audit.all('table:not([role=presentation], [role=none])').map(table => ({
    name: __audit.name(table),
    caption: table.caption ? __audit.words(table.caption) : '',
    headers: table.querySelectorAll('th').length,
    loose: __audit.all('th', table).filter(one => !one.hasAttribute('scope')
      && !(one.id && table.querySelector(`[headers~="${CSS.escape(one.id)}"]`))).map(__audit.name),
  })),

  // Labels without words, and fields without a label.
  labels() {
    const empty = __audit.all('label, legend').filter(one => !__audit.words(one));
    const bare = __audit.all('input:not([type=hidden], [type=submit], [type=reset], [type=button]),'
      + 'select, textarea').filter(one => __audit.visible(one) && !one.title.trim()
      && !(one.getAttribute('aria-label') || '').trim() && !one.getAttribute('aria-labelledby')
      && ![...one.labels].some(label => __audit.words(label)));
    return {
      count: __audit.all('label, legend, input:not([type=hidden]), select, textarea').length,
      wrong: [...empty.map(one => [__audit.name(one), 'no words']),
        ...bare.map(one => [__audit.name(one), 'no label'])],
    };
  },

  // Navigation blocks: each leads somewhere; where there are several, each has its own name.
  navigation() {
    const all = __audit.all('nav, [role=navigation]');
    const names = all.map(one => one.getAttribute('aria-labelledby')
      ? one.getAttribute('aria-labelledby').split(/\s+/)
        .map(id => document.getElementById(id)).map(named => named ? __audit.words(named) : '')
        .join(' ').trim()
      : (one.getAttribute('aria-label') || '').trim());
    const wrong = all.flatMap((one, at) => [
      one.querySelector('a[href], button') ? '' : 'empty',
      all.length > 1 && !names[at] ? 'no name' : '',
      names[at] && names.indexOf(names[at]) !== at ? `a second one named ${names[at]}` : '',
    ].filter(Boolean).map(why => [__audit.name(one), why]));
    return {count: all.length, wrong};
  },

  // Links in the body that are marked as leading to another language.
  languages: () => __audit.all('a[hreflang]', document.body).map(one => ({
    name: __audit.name(one),
    hreflang: one.hreflang,
    lang: one.closest('[lang]').lang,
    own: one.hasAttribute('lang'),
    path: new URL(one.href).pathname,
    words: __audit.words(one),
  })),

  // Elements with an access key.
  keys: () => __audit.all('[accesskey]').map(one => {
    const href = one.getAttribute('href') || '';
    const label = one.getAttribute('aria-label') || (one.labels && one.labels[0]
      ? __audit.words(one.labels[0]) : '');
    return {
      name: __audit.name(one),
      key: one.accessKey.toUpperCase(),
      words: __audit.words(one),
      title: one.title.trim(),
      label: label.trim(),
      local: href.startsWith('#'),
      found: href.startsWith('#')
        && document.getElementById(decodeURIComponent(href.slice(1))) !== null,
      href,
    };
  }),
};
