/* Search off a disk. Browsers start no Worker from a file:// page, so there a worker is a hidden frame
   that runs the same script: it has its own global scope, and messages are handed to and fro. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const url = new URL(address, document.baseURI);
      this.scope = new Promise((resolve, reject) => {
        const frame = document.createElement("iframe");
        frame.hidden = true;
        frame.onload = () => {
          const scope = frame.contentWindow;
          const load = (source) => new Promise((loaded, failed) => {
            const script = scope.document.createElement("script");
            Object.assign(script, { src: new URL(source, url), onload: loaded, onerror: failed });
            scope.document.head.append(script);
          });
          scope.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
          scope.importScripts = async (...sources) => {
            for (const source of sources) await load(source);
          };
          load(url).then(() => resolve(scope), reject);
        };
        document.body.append(frame);
      });
    }

    postMessage(data) {
      this.scope.then((scope) => scope.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}

/* Material cuts a Chinese query by guesswork and drops its last character. In our index each character is a
   word (separator in mkdocs.yml), so a query asks for all of its characters. */
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  const QUERY = 2; // of Material's messages
  if (message?.type !== QUERY) return post.call(this, message);
  const data = message.data.replace(/["“”]/g, " ").replace(/\p{Script=Han}/gu, " +$& ");
  return post.call(this, { ...message, data });
};
