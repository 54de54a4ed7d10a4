import type { CommanderError } from "commander";
import type { Translate } from "#shared/i18n/words.ts";

/** What is wrong with the call, in the person's language: commander itself speaks only English. */
export function usageSentence(t: Translate, { code, message }: CommanderError): string {
  const what = /'([^']+)'/.exec(message)?.[1] ?? "";
  const help = t("cli:usageHelp");
  switch (code) {
    case "commander.missingMandatoryOptionValue":
      return t("cli:usageMissingOption", { what }) + help;
    case "commander.missingArgument":
      return t("cli:usageMissingArgument", { what }) + help;
    case "commander.optionMissingArgument":
      return t("cli:usageMissingValue", { what }) + help;
    case "commander.unknownOption":
      return t("cli:usageUnknownOption", { what }) + help;
    case "commander.unknownCommand":
      return t("cli:usageUnknownCommand", { what }) + help;
    case "commander.excessArguments":
      return t("cli:usageTooMany") + help;
    default:
      return help;
  }
}
