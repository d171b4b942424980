export const comuni = {}
