export { demoLogins } from './demo-logins'
export { seedDemo } from './seed-demo'
export { syncReferenceData } from './sync-reference-data'
