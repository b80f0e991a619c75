/** A quotient of whole numbers of at least 0 and above 0, rounded half up to a whole number. */
export const quotient = (part: number, whole: number): number => Math.floor((2 * part + whole) / (2 * whole));

/** Points with two decimals, in hundredths: what is shown is what is counted. */
export const hundredths = (points: number): number => Math.round(points * 100);
export const points = (inHundredths: number): number => inHundredths / 100;
