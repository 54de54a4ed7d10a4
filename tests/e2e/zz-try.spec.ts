import { test, expect } from '@playwright/test'
import { firstPage, launchApp } from '../electron-stand-in/launch.ts'
import { mkdtempSync } from 'node:fs'
test('real app', async () => {
  const app = await launchApp({ userDataDir: mkdtempSync('/tmp/si/rud-') })
  app.process().stderr?.on('data', d => process.stdout.write('ERR ' + d)); app.process().stdout?.on('data', d => process.stdout.write('OUT ' + d))
  const page = await firstPage(app); page.on('console', m => console.log('CONSOLE', m.text())); page.on('pageerror', e => console.log('PAGEERR', e.message))
  await page.waitForTimeout(2500); console.log(page.url(), await page.evaluate(() => [innerWidth, innerHeight, Object.keys(window).filter(k => !(k in Window.prototype)).slice(-6)]))
  await page.screenshot({ path: '/tmp/si/real.png' }); const t = Date.now(); await app.close(); console.log('closed', Date.now() - t)
})
