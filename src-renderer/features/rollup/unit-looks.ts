import { provisionalText } from "#shared/i18n/side-text.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { IconName } from "../../components/icon.tsx";
import type { Figure } from "./rollup-rows.ts";

/** Sign and colour of what a unit gives to a figure. */
const looks = {
  counted: { state: "accepted", icon: "st-accepted" },
  "counted-inside": { state: "na", icon: "link" },
  missing: { state: "empty", icon: "st-empty" },
  "no-data": { state: "warned", icon: "clock" },
  "not-applicable": { state: "na", icon: "st-na" },
  pending: { state: "sealed", icon: "st-sealed" },
  returned: { state: "returned", icon: "st-returned" },
  conflict: { state: "conflict", icon: "st-conflict" },
} as const satisfies Record<Figure["byUnit"][number]["state"], { state: string; icon: IconName }>;

type Given = Pick<Figure["byUnit"][number], "state" | "provisional">;

/** Where versions differ and one is counted meanwhile, that is what there is to know. */
export const unitLook = ({ state, provisional }: Given) =>
  provisional === undefined ? looks[state] : looks.conflict;

export const unitWord = (t: Translate, { state, provisional }: Given): string =>
  provisional === undefined ? t(`rollup:state.${state}`) : provisionalText(t, provisional);
