/* Asks a search engine what a page would ask it: the theme's workers by their messages, Pagefind by its module.
   An answer is a list of groups, one a page, of hits in the order in which they are shown. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // of the theme's messages
const SHOWN = 5; // results of which Pagefind's own page loads the text at once
const PARTS = 3; // sections of a page that it shows
const GROUPS = 10;
const APPROXIMATE = "近似结果"; // how ours marks what does not hold the words asked for

async function startWorker({ worker: address, index, suggest }) {
  const worker = new Worker(address);
  const next = (type) => new Promise((resolve, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message)), { once: true });
    worker.addEventListener("message", function take({ data }) {
      if (data.type !== type) return;
      worker.removeEventListener("message", take);
      resolve(data.data);
    });
  });
  const { config, docs } = await (await fetch(index)).json();
  const ready = next(READY);
  worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest } } });
  await ready;
  const ask = async (query) => {
    const result = next(RESULT);
    worker.postMessage({ type: QUERY, data: query });
    return (await result).items;
  };
  return { ask, describe: async (items) => items.slice(0, GROUPS).map(describeGroup) };
}

/* The page before its sections. A page that is there only as the heading of its sections is no hit. */
function describeGroup(group) {
  const isPage = ({ location }) => !location.includes("#");
  const pages = group.filter(isPage), sections = group.filter((item) => !isPage(item));
  const hits = [...pages.filter(({ text }) => text || !sections.length), ...sections];
  return {
    approximate: group.some(({ title }) => title.includes(APPROXIMATE)),
    hits: hits.map(({ location, title }) => ({ location, title })),
  };
}

async function startPagefind({ pagefind: address }) {
  const pagefind = await import(address);
  await pagefind.options({ baseUrl: "/" });
  await pagefind.init();
  const ask = async (query) => {
    const { results } = await pagefind.search(query);
    await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    return results;
  };
  const describe = async (results) => {
    const pages = await Promise.all(results.slice(0, GROUPS).map((result) => result.data()));
    return pages.map(({ url, meta, sub_results: parts }) => {
      const most = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, PARTS);
      const own = parts.some((part) => part.url === url) || !parts.length ? [{ url, title: meta.title }] : [];
      const sections = parts.filter((part) => part.url !== url && most.includes(part));
      const hits = [...own, ...sections].map(({ url, title }) => ({ location: decodeURI(url).replace(/^\//, ""), title }));
      return { approximate: false, hits };
    });
  };
  return { ask, describe };
}

const start = (contender) => (contender.pagefind ? startPagefind : startWorker)(contender);

/* Milliseconds from nothing to the first answer. */
async function cold(contender, query) {
  const begin = performance.now();
  await (await start(contender)).ask(query);
  return performance.now() - begin;
}

/* The answers to all queries, one after the other, and the milliseconds that each took. */
async function answer(contender, queries) {
  const engine = await start(contender);
  const answers = [];
  for (const query of queries) {
    const begin = performance.now();
    const items = await engine.ask(query);
    const milliseconds = performance.now() - begin;
    answers.push({ query, milliseconds, count: items.length, groups: await engine.describe(items) });
  }
  return answers;
}
