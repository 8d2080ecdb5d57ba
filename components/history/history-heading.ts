/** Id of the heading: where the keyboard begins, and where it is put when what it was on has gone. */
export const historyHeading = 'history-heading'
