/** Runs before any script of the page: of the listeners on the window, whoever comes first hears first. */
import { keyboardShield } from "./keyboard-shield.js";

keyboardShield().listen();
