import { purposeOf } from "../shared/panel-address.js";

/** The institution from whose page the user has come to this tab, if it was opened for that; known after a reload, too. */
export function besidePage(): string | undefined {
  const purpose = purposeOf(location.hash);
  return purpose.for === "page" ? purpose.code : undefined;
}
