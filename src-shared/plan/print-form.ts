/** The notice's text for paper: commas and brackets full-width, nothing else changed. */
export const printForm = (text: string): string =>
  text.replaceAll(",", "，").replaceAll("(", "（").replaceAll(")", "）");
