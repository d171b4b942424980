export const esportazioni = {}
