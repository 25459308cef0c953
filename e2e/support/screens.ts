/** The screen of an office, and of a phone (screens.md). */
export const office = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };
