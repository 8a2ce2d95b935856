/** One plotly trace, axis or layout: a JSON object in plotly's schema. */
export type PlotlyObject = { readonly [key: string]: unknown };
