/** An explanation of a soft finding: at least 10 characters that say more than that all is well. */
const MINIMUM = 10;

/** Phrases that explain nothing, however often they are repeated. */
const EMPTY_PHRASES =
  /数据核实无误|经核实无误|已核实无误|核实无误|情况属实|数据属实|属实|无误|已核实|经核实|核实|没有|无/gu;

/** Letters, digits and characters; spaces and punctuation do not make an explanation longer. */
const substance = (text: string): string => text.normalize("NFKC").replace(/[\s\p{P}\p{S}]/gu, "");

export function isRealExplanation(text: string | undefined): boolean {
  const said = substance(text ?? "");
  return [...said].length >= MINIMUM && said.replace(EMPTY_PHRASES, "") !== "";
}
