/* Search off a disk. Browsers start no Worker from a file:// page, so there a worker is a hidden frame
   that runs the same script: it has its own global scope, and messages are handed to and fro. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const source = new URL(address, document.baseURI);
      this.scope = new Promise((resolve, reject) => {
        const frame = document.createElement("iframe");
        frame.hidden = true;
        frame.onload = () => {
          const scope = frame.contentWindow;
          scope.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
          const script = scope.document.createElement("script");
          Object.assign(script, { src: source, onload: () => resolve(scope), onerror: reject });
          scope.document.head.append(script);
        };
        document.body.append(frame);
      });
    }

    postMessage(data) {
      this.scope.then((scope) => scope.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}
