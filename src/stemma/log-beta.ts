/** Log of the gamma function for positive numbers, by Stirling's series after shifting up to 7 (absolute error below 1e-9). */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 7; z++) shift -= Math.log(z);
  const inverse = 1 / z;
  const square = inverse * inverse;
  return (
    shift + (z - 0.5) * Math.log(z) - z + 0.918938533204672742 + inverse * (1 / 12 - square * (1 / 360 - square / 1260))
  );
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Log probability of a row of `yes` and `no` in a given order where the share of yes is unknown and drawn from Beta(a, b). */
export function logBetaBinomial(yes: number, no: number, prior: { readonly a: number; readonly b: number }): number {
  return logBeta(yes + prior.a, no + prior.b) - logBeta(prior.a, prior.b);
}
