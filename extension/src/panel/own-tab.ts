/** Whether the panel is in a tab of its own, opened from the toolbar, and not in a bank's page. */
export function inOwnTab(): boolean {
  return window.top === window;
}
