import { panelAddress } from "../shared/panel-address.js";

/**
 * Draws a curtain over what of a bank's page could take a text, open a list of the browser's own or hold a document: it isn't
 * rendered while the panel asks in that page, and what isn't rendered can't be focused. The style counts as the user's: the page has
 * none that is stronger, neither in a shadow tree nor in a transition (CSS Cascade 4, section 6.1).
 */
export async function drawCurtain(tab: number): Promise<void> {
  await settle(chrome.scripting.insertCSS(curtain(tab)));
}

/** Does nothing where none is drawn. */
export async function liftCurtain(tab: number): Promise<void> {
  await settle(chrome.scripting.removeCSS(curtain(tab)));
}

function curtain(tab: number): chrome.scripting.CSSInjection {
  // The address changes with every session, and stands in a closed shadow root. A page that has found it out
  // can do no more with it than lead a frame of that address elsewhere: the ban on frames takes it.
  const ours = `iframe[src^="${panelAddress({ for: "anything" })}"]:not([srcdoc])`;
  const texts = "input:not([type=button i], [type=submit i], [type=reset i], [type=image i], [type=checkbox i], [type=radio i])";
  const others = "frame, object, embed, fencedframe, select, textarea, [contenteditable]";
  const css = `
    iframe:not(${ours}), dialog:not(:has(> ${ours})), ${texts}, ${others} { display: none !important; transition: none !important; }
    ${lookedAtAnew}`;
  return { target: { tabId: tab, frameIds: [0] }, css, origin: "USER" };
}

/** Chromium (156) applies a new style of the user's in a shadow tree once something else that is inherited has changed around it. */
const lookedAtAnew = "* { math-shift: compact !important; }";

/** A tab that is gone needs none. */
async function settle(done: Promise<void>): Promise<void> {
  await done.catch(() => undefined);
}
