import { t, underscored } from "../../shared/i18n.js";
import type { BusyView, ProgressView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../../shared/dom.js";
import { screen } from "../screen.js";

/** What is being done, for the words on the screen. */
export type Doing = "issue" | "renewal" | "removal";

/** Stays on the screen from stage to stage, so that a screen reader hears only what changes. */
export class ProgressScreen {
  readonly #text = element("p", { role: "status" });
  readonly #step = element("p", { class: "soft" });
  readonly #bar: HTMLProgressElement;
  readonly #stop: HTMLButtonElement;
  readonly root: HTMLElement;

  constructor(
    readonly doing: Doing,
    actions: Actions,
  ) {
    const title = t(`progress_${doing}`);
    this.#bar = element("progress", { "aria-label": title });
    this.#stop = actionButton("back", t("progress_stop"), () => actions.back());
    this.root = screen(
      "progress",
      title,
      this.#text,
      this.#bar,
      this.#step,
      element("p", { class: "soft" }, t("progress_wait")),
      element("div", { class: "actions" }, this.#stop),
    );
  }

  update(view: BusyView | ProgressView): void {
    if (view.type === "busy") this.#busy(view);
    else this.#stage(view);
  }

  #busy({ why }: BusyView): void {
    this.#text.textContent = t(`busy_${why}`);
    this.#step.textContent = "";
    this.#bar.removeAttribute("value");
    this.#stop.hidden = why === "stopping" || why === "removing";
    delete this.root.dataset["stage"];
  }

  #stage({ stage, step, of }: ProgressView): void {
    const renewed = stage === "requesting" && this.doing === "renewal";
    this.#text.textContent = renewed ? t("stage_requesting_renewal") : t(`stage_${underscored(stage)}`);
    this.#step.textContent = t("progress_step", step, of);
    this.#bar.max = of;
    this.#bar.value = step;
    this.root.dataset["stage"] = stage;
  }
}
