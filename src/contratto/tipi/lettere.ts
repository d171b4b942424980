/**
 * Letters beyond ASCII that names and addresses may hold, in the contract's own spelling: the letters of Latin-1 and
 * Latin Extended-A, U+0189, and what Windows-1252 leaves behind when it is taken for Latin-1.
 */
export const LETTERE = 'Ii\u008a\u008c\u008e\u009a\u009c\u009e-\u009f\u00c0-\u017e\u0189'
