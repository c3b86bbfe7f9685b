"""The benchmark of the search: `python -m bench.search`, the second part of `make bench`.

It measures how well and how fast the site's search answers, beside the theme's own and Pagefind:

- `synthetic` makes a large site out of the words of ours
- `sites` builds what is searched, and the index of each contender
- `contenders` says what a browser needs to ask each of them
- `queries` are those that people wrote; `sampling` draws others from the text of a site
- `browser` asks in Chromium, by `driver.js`; `box` types into the real search box of a site on disk
- `trial` puts all queries to each contender on a site
- `scoring` compares the answers with what should come; `report` prints the tables
"""
