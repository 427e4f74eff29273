// What the worker loads.
export const double = (number) => number * 2;
