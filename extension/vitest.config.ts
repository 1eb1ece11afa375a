import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    environmentOptions: { happyDOM: { settings: { enableIframePageLoading: true } } },
    reporters: ["default", ["junit", { outputFile: "target/vitest.xml" }]],
  },
});
