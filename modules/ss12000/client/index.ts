/** The client of SS 12000: what a source is asked over HTTP, and what it may answer wrong without anything being lost. */
export type { ClientOptions } from './asking.ts';
export { type ClientCredentials, clientCredentials } from './client-credentials.ts';
export type { Certificate, Fetch } from './connection.ts';
export type { Deleted } from './deleted.ts';
export { everyPage } from './every-page.ts';
export type { Offer } from './offers.ts';
export type { Page } from './page-answer.ts';
export type { PageOrder } from './page-query.ts';
export { type RawObject, type Resource, resourceNamed, resources } from './resources.ts';
export type { SourceAddress } from './source-address.ts';
export { SourceProblem, type SourceProblemCode } from './source-problem.ts';
export { type Ss12000Client, ss12000Client } from './ss12000-client.ts';
export type { Subscription } from './subscriptions.ts';
export { noToken, staticToken, type TokenSource } from './tokens.ts';
