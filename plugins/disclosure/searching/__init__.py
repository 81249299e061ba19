"""Full-text search without a server: what is looked through is cut into small files, of which a
browser loads the few that a question needs.

`words` and `stem` say what counts as the same word, here and, in the same way, in the browser
(`overrides/assets/search/words.js`); `index` makes the files.
"""
