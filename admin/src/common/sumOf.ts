/** The sum of decimal strings with two decimals, in whole hundredths, so that no binary fraction gets in. */
export const sumOf = (amounts: readonly string[]): string => {
  const hundredths = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
