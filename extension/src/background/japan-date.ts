const format = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Tokyo", dateStyle: "short" });

/** The day in Japan's calendar, whatever this PC's time zone is: 2027-02-21. */
export function japanDate(instant: Date): string {
  return format.format(instant);
}
