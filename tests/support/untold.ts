/** For what a test does to a store by itself: nobody is told of it. */
export const untold = (): readonly never[] => [];
