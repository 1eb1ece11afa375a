/** What both ends must agree on. */
export const protocol = 1;
export const minimumHost = "0.1.0";
export const hostName = "jp.inkan.host";
