import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

/** What a sign means, in words, when it is pointed at or reached by keyboard. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger delay={200} render={children} />
      <Base.Portal>
        <Base.Positioner className="floating" sideOffset={4}>
          <Base.Popup className="tooltip">{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
