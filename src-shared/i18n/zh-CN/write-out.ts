export const writeOut = {
  chooseAndWrite: "选文件夹并写出",
  writing: "正在写出",
  writePlain: "不加密写出",
  writePlainText: "也可以不加密写出：谁拿到文件都能看内容，请用自己保管的 U盘当面交接。",
} as const;
