/** Every limit of the extension, with its unit in its name. */
export const limits = Object.freeze({
  /** A frame in either direction. */
  messageBytes: 1024 * 1024,
  /** From starting the host to its welcome; a cold start on an old PC with a virus scanner is slow. */
  helloMilliseconds: 30_000,
  /** From list to certificates. */
  listMilliseconds: 30_000,
  /** The host's heartbeat while a flow is open. */
  heartbeatMilliseconds: 20_000,
  /** So many heartbeat times without a word from the host, and it counts as stopped. */
  silentHeartbeats: 4,
  /** A flow the host no longer knows has ended: word of how is on its way for this long at most. */
  outcomeMilliseconds: 5_000,
  /** The host stays this long after the last bank page closed: a page that only reloads finds it ready. */
  closeGraceMilliseconds: 10_000,
  /** How long a page may take to show that it is one of the bank's screens. */
  recogniseMilliseconds: 60_000,
  /** New certificates whose restart is awaited. Of more, the oldest are forgotten. */
  awaitingRestart: 100,
  /** Changes of the page are looked at together, once in this time. */
  recheckMilliseconds: 150,
  /** A button that the page threw out is put back at once so many times in this time; after that at the next look. */
  putBacks: 5,
  putBackMilliseconds: 1_000,
  /** The browser measures at most this often whether the panel is really visible. */
  visibilityDelayMilliseconds: 100,
  /** How much of the panel has to be seen: all of it, but for what rounding takes at some zoom levels. */
  visibleShare: 0.98,
  /** Smaller than 400 % zoom on a small screen leaves the panel, nobody can tell what an input is for. */
  frameMinimumWidthPixels: 240,
  frameMinimumHeightPixels: 100,
  /** Device pixels to a pixel of ours; with fewer, nobody can read what an input is for. */
  smallestScale: 0.5,
  /** Inputs come alive after the panel was visible for this long without a break. */
  visibleMilliseconds: 300,
  /** Who has the keyboard is known everywhere so long after it went from one to another; after Tab, which asks around, later. */
  keyboardSettleMilliseconds: 20,
  tabSettleMilliseconds: 200,
  /** It is asked for so often while the panel hasn't got it; and while another tab or window has it. */
  keyboardAskMilliseconds: 10,
  keyboardAskAwayMilliseconds: 250,
  /** The page's shadow trees are looked through for frames so often, beside when the panel asks who has the keyboard. */
  frameSweepMilliseconds: 100,
  /** What the user does counts for longer than this (Chromium: 5 s), unless somebody uses it up; it is looked at so often. */
  activationMilliseconds: 4_800,
  activationLookMilliseconds: 15,
  /** So long after a key somebody is still typing. */
  typingMilliseconds: 1_500,
  /** A pointer that goes elsewhere has moved so shortly before. */
  pointerMilliseconds: 100,
  /** So long after a key or a click the page can put another window in front: longer than what it lets it do lasts. */
  raisingMilliseconds: 5_200,
  /** So soon after a key nobody's hand is at the mouse. */
  interruptedMilliseconds: 400,
  /** Where the user goes to another window, its keyboard isn't said to be there for so long; and a pointer was moved so lately. */
  awayMilliseconds: 150,
  pointedMilliseconds: 1_000,
  /** What comes up under somebody's typing has come up within this time after the panel lost the keyboard. */
  overtakenMilliseconds: 500,
  /** A tab is new for so long. */
  newTabMilliseconds: 3_000,
  /** What comes up under somebody's typing twice in this time isn't what the user went to. */
  insistingMilliseconds: 10_000,
  /** So long after a theft whatever comes up over our own tab is unloaded at once. */
  alarmMilliseconds: 10_000,
  /** Nobody answers a question of the browser's sooner. */
  answerMilliseconds: 300,
  /** A page that is left and the panel in it are gone within this time of each other. */
  leaveMilliseconds: 100,
  /** So long a page may take to say that it is still there. */
  documentMilliseconds: 300,
  /** Given back so often in this time, the keyboard isn't lost by chance. */
  keyboardReturns: 3,
  keyboardReturnsMilliseconds: 60_000,
  /** So long a page may take to say who has the keyboard. */
  keyboardAnswerMilliseconds: 170,
  /** Covered for this long, and the user is told. */
  coveredNoticeMilliseconds: 800,
});
