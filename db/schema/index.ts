export * from './accounts'
export * from './projects'
export * from './roadmap'
export * from './rooms'
