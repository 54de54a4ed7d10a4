/** Name under which progress is pushed to a window; no channel of the contract, since nobody asks for it. */
export const progressChannel = "progress";
