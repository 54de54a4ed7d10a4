export const writeOut = {
  chooseAndWrite: "Choose a folder and write",
  writing: "Writing",
  writePlain: "Write unencrypted",
  writePlainText:
    "It can be written unencrypted: whoever holds the file can read it, so keep the stick yourself and hand it over in person.",
};
