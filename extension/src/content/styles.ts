const font = `"Yu Gothic UI", "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", IPAPGothic, sans-serif`;

/** Nothing of the page's gets in by inheritance; all leaves the direction out. */
const fresh = "all: initial !important; direction: ltr !important; unicode-bidi: isolate !important;";

export const launchStyle = `
:host { ${fresh} display: inline-block !important; margin: 8px 8px 0 !important; vertical-align: baseline !important; color-scheme: light; }
button { font: 700 16px/1.4 ${font}; padding: 10px 18px; border: 2px solid #123a63; border-radius: 6px; background: #123a63; color: #fff; cursor: pointer; }
button::before { content: "印" / ""; display: inline-block; width: 1.6em; margin: 0 .6em 0 -.2em; border-radius: 50%; background: #fff; color: #b3261e; font-size: .85em; line-height: 1.6em; }
button:hover { background: #0c2a4a; }
button:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px; }
p { font: 15px/1.6 ${font}; max-width: 32em; margin: 8px 0 0; color: #8c1d18; }
p:empty { display: none; }
`;

const boxStyle = `
:host { ${fresh} display: block !important; color-scheme: light dark; }
section { box-sizing: border-box; padding: 14px 20px; border: 0 solid light-dark(#e08a00, #ffb74d); background: light-dark(#fff5df, #38290c); color: light-dark(#1a2430, #eef2f6); font: 16px/1.6 ${font}; overflow-wrap: anywhere; }
h2 { margin: 0 0 4px; font-size: 19px; line-height: 1.4; color: light-dark(#7a4d00, #ffd58a); }
p { margin: 0; }
button { font: 700 16px/1.4 ${font}; padding: 9px 18px; border: 2px solid light-dark(#123a63, #a9cdf2); border-radius: 6px; background: light-dark(#123a63, #a9cdf2); color: light-dark(#ffffff, #0b1b2b); cursor: pointer; }
button:focus-visible { outline: 3px solid light-dark(#a05f00, #ffb74d); outline-offset: 2px; }
button[data-action="dismiss"] { background: transparent; color: light-dark(#123a63, #a9cdf2); }
@media (forced-colors: active) { section, button { border-color: ButtonBorder; } button { background: ButtonFace; color: ButtonText; } }
`;

/** On top of the bank's page, and part of it: covers nothing. */
export const barStyle = `${boxStyle}
section { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 24px; border-bottom-width: 4px; }
section > div:first-child { flex: 1 1 20em; }
.buttons { display: flex; flex-wrap: wrap; gap: 10px; }
`;

export const adviceStyle = `${boxStyle}
section { margin: 12px; border-width: 3px; border-radius: 6px; }
ol { margin: 8px 0; padding-left: 1.6em; }
li { margin: 4px 0; }
`;
