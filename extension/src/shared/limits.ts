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
  /** A browser that hasn't said for so long what the administrator has set is asked again. */
  policyMilliseconds: 200,
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
  /** In a window smaller than 400 % zoom on a small screen leaves, nobody can tell what an input is for. */
  windowMinimumWidthPixels: 240,
  windowMinimumHeightPixels: 100,
  /** Device pixels to a pixel of ours; with fewer, nobody can read what an input is for. */
  smallestScale: 0.5,
  /** Inputs come alive after the panel was visible for this long without a break: longer than between the two clicks of one double click. */
  visibleMilliseconds: 600,
  /** While something has come up over our own page, it is brought in front again so often. */
  keyboardAskMilliseconds: 10,
  /** So long after a key or a press somebody may still be typing, or looking for what to type next. */
  distrustMilliseconds: 5_000,
  /** So long a finger that has pressed is still here. */
  fingerMilliseconds: 1_500,
  /** Where a flow is over it is looked so often whether somebody types on. */
  restMilliseconds: 100,
  /** A pointer that goes elsewhere has moved so shortly before. */
  pointerMilliseconds: 100,
  /** A tab that was created or loaded again is new for so long. */
  newTabMilliseconds: 3_000,
  /** It is known for so long that it was: a browser that is kept busy tells late what is in front. */
  newTabsKnownMilliseconds: 60_000,
  /** Where the browser doesn't answer which pages run, it is asked again after so long. */
  queryPauseMilliseconds: 100,
  /** Not visible for this long, and the user is told. */
  coveredNoticeMilliseconds: 800,
});
