import type { Command } from "commander";
import type { Outcome } from "./outcome.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command's work; supplied by `cli.ts`, which prints the outcome and sets the exit code. */
export type Run = (work: (terminal: Terminal) => Promise<Outcome> | Outcome) => Promise<void>;

export type RegisterCommands = (program: Command, run: Run) => void;
