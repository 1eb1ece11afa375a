import { limits } from "../shared/limits.js";

/** Notices a silent host. Counts ticks, not time: a PC that slept for an hour has missed one tick. */
export class Watchdog {
  #timer: ReturnType<typeof setInterval> | undefined;
  #silentTicks = 0;

  constructor(private readonly silent: () => void) {}

  start(): void {
    this.stop();
    this.#timer = setInterval(() => this.#tick(), limits.heartbeatMilliseconds);
  }

  heard(): void {
    this.#silentTicks = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#silentTicks = 0;
  }

  #tick(): void {
    this.#silentTicks += 1;
    if (this.#silentTicks < limits.silentHeartbeats) return;
    this.stop();
    this.silent();
  }
}
