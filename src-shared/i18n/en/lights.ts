import type { Words } from "../words.ts";

export const lights: Words<"lights"> = {
  grey: "Grey",
  green: "Green",
  yellow: "Yellow",
  red: "Red",
};
