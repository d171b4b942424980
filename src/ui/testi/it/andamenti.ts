export const andamenti = {}
