import { purposeOf, type Purpose, type Wish } from "../shared/panel-address.js";
import { besidePage } from "./beside-page.js";

/** What the panel was opened for, each part of it until it was seen to. */
export class Errand {
  #code: string | undefined;
  #wish: Wish | undefined;

  constructor() {
    const purpose = purposeOf(location.hash);
    this.#code = "code" in purpose ? purpose.code : undefined;
    this.#wish = purpose.for === "page" ? purpose.wish : undefined;
  }

  /** The institution that needs no choice of the user's, once; undefined if there is none. */
  takeChoice(): string | undefined {
    const code = this.#code;
    this.#code = undefined;
    forgetInstitution(purposeOf(location.hash));
    return code;
  }

  /** The same once the address has changed: the worker was asked for something else, and found this tab open. */
  takeAddress(): string | undefined {
    const purpose = purposeOf(location.hash);
    forgetInstitution(purpose);
    if (purpose.for === "page") this.#wish = purpose.wish;
    return "code" in purpose ? purpose.code : undefined;
  }

  /** A new worker knows nothing of what was chosen. @param code undefined if nothing was */
  chosenBefore(code: string | undefined): void {
    this.#code = code ?? besidePage();
  }

  /** What the user wants to see of the certificates, now that they are known, once. */
  takeWish(): Wish {
    const wish = this.#wish ?? "certificates";
    this.#wish = undefined;
    return wish;
  }
}

/** Out of the address with it: the same again is to be heard again. The page that the tab is beside stays there. */
function forgetInstitution(purpose: Purpose): void {
  if (purpose.for === "institution") history.replaceState(null, "", location.pathname);
}
