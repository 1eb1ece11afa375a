import { language } from "../shared/i18n.js";
import { App } from "./app.js";
import { isOurs } from "./claim.js";

document.documentElement.lang = language();
// A frame that somebody else has made stays empty.
if (await isOurs()) new App().start();
