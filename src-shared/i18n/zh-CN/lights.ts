export const lights = {
  grey: "灰灯",
  green: "绿灯",
  yellow: "黄灯",
  red: "红灯",
} as const;
