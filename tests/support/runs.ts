/** How many runs a property gets: few in every test run, many in `npm run fuzz`, which asks for `full`. */
export const runs = (quick: number, full: number): number =>
  process.env["TAIZHANG_RUNS"] === "full" ? full : quick;
