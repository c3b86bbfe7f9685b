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
