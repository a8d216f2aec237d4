// Says when the network or the server is gone, and when it is back. Streamlit marks its page with the state of its socket.

const GONE = "Offline. The levers still work; links, files and downloads wait until the connection is back.";
const STATE = "data-test-connection-state";

export function watchConnection(tell) {
  const app = document.querySelector(".stApp");
  const look = () => tell(navigator.onLine && app.getAttribute(STATE) === "CONNECTED" ? null : GONE);
  new MutationObserver(look).observe(app, { attributeFilter: [STATE] });
  for (const change of ["online", "offline"]) addEventListener(change, look);
  look();
}
