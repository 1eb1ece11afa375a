import { language } from "../shared/i18n.js";
import { App } from "./app.js";

document.documentElement.lang = language();
new App().start();
