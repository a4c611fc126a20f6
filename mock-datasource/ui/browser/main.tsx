import './style.css'
import { render } from 'preact'
import { start } from './live.ts'
import { Shell } from './shell.tsx'

start()
render(<Shell />, document.body)
